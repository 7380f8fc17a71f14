import type { ReactNode } from 'react';

function icon(children: ReactNode) {
  return function Icon() {
    return (
      <svg className="icon" viewBox="0 0 16 16" width="14" height="14" aria-hidden="true" focusable="false">
        {children}
      </svg>
    );
  };
}

export const Sun = icon(
  <>
    <circle cx="8" cy="8" r="3" />
    <path d="M8 1v2M8 13v2M1 8h2M13 8h2M3 3l1.4 1.4M11.6 11.6 13 13M3 13l1.4-1.4M11.6 4.4 13 3" />
  </>,
);
export const Moon = icon(<path d="M13 9.5A5.5 5.5 0 0 1 6.5 3 5.5 5.5 0 1 0 13 9.5z" />);
export const Plus = icon(<path d="M8 3v10M3 8h10" />);
export const Pause = icon(<path d="M5.5 3.5v9M10.5 3.5v9" />);
export const Play = icon(<path d="M5 3.5v9l7-4.5z" />);
export const Stop = icon(<rect x="4" y="4" width="8" height="8" rx="1" />);
export const Close = icon(<path d="M4 4l8 8M12 4l-8 8" />);
export const Search = icon(
  <>
    <circle cx="7" cy="7" r="4" />
    <path d="M10 10l3.5 3.5" />
  </>,
);
export const ChevronDown = icon(<path d="M4 6l4 4 4-4" />);
export const Warning = icon(<path d="M8 2.5 14.5 13.5h-13zM8 6.5v3.5M8 11.7v.3" />);
export const Info = icon(
  <>
    <circle cx="8" cy="8" r="6" />
    <path d="M8 7.5v3.5M8 5v.3" />
  </>,
);
export const Rising = icon(<path d="M3.5 11.5 12 4M6.5 4H12v5.5" />);
export const Falling = icon(<path d="M3.5 4.5 12 12M12 6.5V12H6.5" />);
export const Steady = icon(<path d="M3 8h9.5M9.5 5l3 3-3 3" />);
export const Tick = icon(<path d="M3.5 8.5 6.5 11.5 12.5 4.5" />);

export function Mark() {
  return (
    <svg className="mark" viewBox="0 0 24 24" width="20" height="20" aria-hidden="true" focusable="false">
      <path d="M5 19V5h6.5a7 7 0 0 1 0 14z" fill="none" stroke="var(--amber)" strokeWidth="2" />
      <path d="M8.5 14.5 11 11.5l2 1.7L17 7.5" fill="none" stroke="currentColor" strokeWidth="1.6" />
    </svg>
  );
}

export function Spinner() {
  return <span className="spinner" aria-hidden="true" />;
}
