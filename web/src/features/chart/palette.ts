import type { SignalType } from '../../api/signals';

/** The colours of the chart, read from the page's custom properties, as a canvas cannot use these itself. */
export interface Palette {
  readonly panel: string;
  readonly text: string;
  readonly dim: string;
  readonly line: string;
  readonly grid: string;
  readonly up: string;
  readonly down: string;
  readonly upSoft: string;
  readonly downSoft: string;
  readonly amber: string;
  readonly blue: string;
  readonly blueSoft: string;
  readonly marker: Readonly<Record<SignalType, string>>;
}

export function readPalette(): Palette {
  const style = getComputedStyle(document.documentElement);
  const color = (name: string) => style.getPropertyValue(`--${name}`).trim();
  return {
    panel: color('panel'),
    text: color('text'),
    dim: color('dim'),
    line: color('line-strong'),
    grid: color('grid'),
    up: color('up'),
    down: color('down'),
    upSoft: color('up-soft'),
    downSoft: color('down-soft'),
    amber: color('amber'),
    blue: color('blue'),
    blueSoft: color('blue-soft'),
    marker: { S1: color('diamond'), O1: color('grey'), Z1: color('up'), ZE1: color('blue'), E1: color('down') },
  };
}
