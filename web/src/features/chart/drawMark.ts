import type { Marker } from './markers';
import type { Palette } from './palette';

const size = 5.5;

/** One mark with its name beside it; an outline in the panel's colour keeps it readable over candles. */
export function drawMark(
  context: CanvasRenderingContext2D,
  marker: Marker,
  x: number,
  y: number,
  palette: Palette,
  labelled: boolean,
): void {
  const color = palette.marker[marker.signal.signal_type] ?? palette.dim;
  context.save();
  context.translate(Math.round(x), Math.round(y));
  context.lineJoin = 'round';

  if (marker.shape === 'cross') {
    strokeCross(context, palette.panel, 5);
    strokeCross(context, color, 2.5);
  } else {
    outline(context, marker);
    context.lineWidth = 3;
    context.strokeStyle = palette.panel;
    context.stroke();
    context.fillStyle = color;
    // What was refused is faint.
    context.globalAlpha = isRefused(marker) ? 0.45 : 1;
    context.fill();
    context.globalAlpha = 1;
  }

  if (labelled) {
    context.font = `600 10px ${getComputedStyle(document.body).fontFamily}`;
    context.textBaseline = 'middle';
    context.lineWidth = 3;
    context.strokeStyle = palette.panel;
    context.strokeText(marker.signal.signal_type, size + 4, 0.5);
    context.fillStyle = color;
    context.fillText(marker.signal.signal_type, size + 4, 0.5);
  }
  context.restore();
}

function isRefused(marker: Marker): boolean {
  const fate = marker.signal.execution_status;
  return fate === 'BLOCKED' || fate === 'REJECTED';
}

function outline(context: CanvasRenderingContext2D, { shape }: Marker): void {
  context.beginPath();
  if (shape === 'circle') context.arc(0, 0, size - 1.5, 0, 2 * Math.PI);
  else if (shape === 'diamond') polygon(context, [0, -size - 1], [size + 1, 0], [0, size + 1], [-size - 1, 0]);
  else {
    const up = shape === 'up' ? 1 : -1;
    polygon(context, [0, -size * up], [size, 0.5 * up], [2, 0.5 * up], [2, size * up], [-2, size * up], [-2, 0.5 * up], [-size, 0.5 * up]);
  }
  context.closePath();
}

function polygon(context: CanvasRenderingContext2D, ...points: readonly (readonly [number, number])[]): void {
  for (const [x, y] of points) context.lineTo(x, y);
}

function strokeCross(context: CanvasRenderingContext2D, color: string, width: number): void {
  context.strokeStyle = color;
  context.lineWidth = width;
  context.lineCap = 'round';
  context.beginPath();
  context.moveTo(-4, -4);
  context.lineTo(4, 4);
  context.moveTo(4, -4);
  context.lineTo(-4, 4);
  context.stroke();
}
