// The few pictures of the tab, drawn in the colour of the text around them.

const paths = {
  check: 'm5 12.5 4.5 4.500 9.500-10',
  out: 'M14 5h5v5M19 5l-8 8M10 6H5.500v12.500H18V14',
  chat: 'M12 4a8 8 0 1 1-3.800 15.050L4 20l.95-4.200A8 8 0 0 1 12 4z',
  back: 'M11 6l-6 6 6 6M5.500 12H19',
  lock: 'M7 10.500V8a5 5 0 0 1 10 0v2.500M5.500 10.500h13v9h-13z',
  people:
    'M9 11.500a3 3 0 1 0 0-6 3 3 0 0 0 0 6zM3.500 19c0-3 2.300-4.800 5.500-4.800s5.500 1.800 5.500 4.800M16 11a2.500 2.500 0 1 0-1-4.800M17 14.300c2.200.3 3.500 1.900 3.500 4.200',
  clock: 'M12 4a8 8 0 1 1 0 16 8 8 0 0 1 0-16zM12 7.500V12l3 2',
} as const;

export const Icon = ({ name }: { name: keyof typeof paths }) => (
  <svg className="icon" viewBox="0 0 24 24" aria-hidden="true" focusable="false">
    <path d={paths[name]} />
  </svg>
);
