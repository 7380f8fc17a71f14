import { ConnectionState } from '../features/connection/ConnectionState';
import { Mark, Moon, Sun } from '../shared/icons';
import { chooseTheme, useTheme } from '../shared/theme';
import { useDesk } from '../store/desk';

export function Header() {
  const theme = useTheme();
  const mode = useDesk((desk) => desk.live.session?.mode) ?? 'PAPER';
  const other = theme === 'dark' ? 'light' : 'dark';
  return (
    <header className="page-head">
      <h1><Mark /> Draizer</h1>
      <span className="mode" data-mode={mode} title="Orders of this session are filled on paper; no money moves.">{mode}</span>
      <ConnectionState />
      <button
        type="button"
        className="button-icon theme-toggle"
        data-testid="theme-toggle"
        aria-label={`Switch to the ${other} theme`}
        title={`Switch to the ${other} theme`}
        onClick={() => chooseTheme(other)}
      >
        {theme === 'dark' ? <Sun /> : <Moon />}
      </button>
    </header>
  );
}
