// The facts of people who are looked at together: whoever supervises one of them is named by our own id.
import type { PersonId } from '../lifecycle/decision.ts';
import type { Facts } from '../person/facts.ts';
import type { KnownPerson } from '../store/contract.ts';

const unknownFacts: Facts = { name: '', area: '', office: '', language: 'en', zone: 'UTC' };

/** The directory names supervisors by object id, decisions by ours; one who is not among these cannot matter here. */
export function factsAmong(known: ReadonlyMap<PersonId, KnownPerson>): (person: PersonId) => Facts {
  const byOid = new Map([...known.values()].map((it) => [it.oid, it.id]));
  return (id) => {
    const { supervisor: oid, ...rest } = known.get(id)?.facts ?? unknownFacts;
    const supervisor = oid && byOid.get(oid);
    return supervisor ? { ...rest, supervisor } : rest;
  };
}
