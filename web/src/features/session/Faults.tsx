import type { Fault } from '../../api/problem';

interface FaultsProps {
  readonly of: readonly Fault[] | undefined;
  readonly withPath?: boolean;
}

/** What the engine found wrong with a field. */
export function Faults({ of, withPath = false }: FaultsProps) {
  if (!of?.length) return null;
  return (
    <ul className="fault" role="alert">
      {of.map((fault) => (
        <li key={`${fault.path}${fault.code}`}>
          {withPath && <code>{fault.path}</code>} {fault.message}
        </li>
      ))}
    </ul>
  );
}
