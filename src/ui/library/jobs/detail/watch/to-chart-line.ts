/** A point in time and its value. */
export interface ChartPoint {
  readonly at: number;
  readonly value: number;
}

/** A line in a box that is 100 wide and 40 high, and what its lower and upper edge stand for. */
export interface ChartLine {
  /** As `points` of an SVG polyline takes it. */
  readonly points: string;
  readonly low: number;
  readonly high: number;
}

const WIDTH = 100;
const HEIGHT = 40;

/** `points` oldest first. One that stands still is drawn in the middle; `undefined` for less than two points. */
export function toChartLine(points: readonly ChartPoint[]): ChartLine | undefined {
  const first = points[0];
  const last = points.at(-1);
  if (!first || !last || last.at === first.at) return undefined;
  const values = points.map(({ value }) => value);
  const low = Math.min(...values);
  const high = Math.max(...values);
  const x = ({ at }: ChartPoint) => (WIDTH * (at - first.at)) / (last.at - first.at);
  const y = ({ value }: ChartPoint) =>
    high === low ? HEIGHT / 2 : HEIGHT - (HEIGHT * (value - low)) / (high - low);
  const round = (number: number) => Math.round(number * 100) / 100;
  return { points: points.map((point) => `${round(x(point))},${round(y(point))}`).join(' '), low, high };
}
