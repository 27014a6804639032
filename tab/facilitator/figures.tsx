// A few numbers, each with its name.

export const Figures = ({ figures }: { figures: readonly (readonly [name: string, count: number])[] }) => (
  <dl className="figures">
    {figures.map(([name, count]) => (
      <div key={name}>
        <dt className="first-up">{name}</dt>
        <dd>{count}</dd>
      </div>
    ))}
  </dl>
);
