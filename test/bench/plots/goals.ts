import { judge } from '../goals.ts';
import type { Run } from '../model.ts';
import { draw, FONT } from './draw.ts';

const [MET, MISSED, LIMIT] = ['#2a7f62', '#c8553d', '#333333'];

/** A goal as a share of its limit, so that goals of any kind stand side by side. */
const bars = (run: Run) =>
  judge(run.groups).flatMap(({ text, value, limit, met }) =>
    value === undefined || limit === 0
      ? []
      : [{ text, share: value / limit, label: `${value.toPrecision(3)} of ${limit.toPrecision(3)}`, met }],
  );

const BAR = { y: { scale: 'goal', field: 'text' }, height: { scale: 'goal', band: 1 } } as const;

/** Of the limit: a bar that would be longer ends here, so that it does not make all others short. */
const LONGEST = 1.6;

/** Every goal with a limit: how much of it is used. */
export const goalsPlot = (run: Run): Promise<string> => {
  const values = bars(run);
  return draw({
    width: 520,
    height: values.length * 20,
    padding: 8,
    background: 'white',
    config: {
      text: { font: FONT, fontSize: 11 },
      axis: { labelFont: FONT, titleFont: FONT, labelLimit: 400 },
    },
    title: {
      text: `Goals on Node.js ${run.node}: median, as a share of the limit`,
      font: FONT,
      anchor: 'start',
    },
    data: [{ name: 'bars', values }],
    scales: [
      { name: 'goal', type: 'band', domain: { data: 'bars', field: 'text' }, range: 'height', padding: 0.25 },
      {
        name: 'share',
        domain: [0, LONGEST],
        clamp: true,
        range: 'width',
      },
    ],
    axes: [
      { orient: 'left', scale: 'goal', ticks: false, domain: false },
      { orient: 'bottom', scale: 'share', format: '.0%', tickCount: 6, grid: true },
    ],
    marks: [
      {
        type: 'rect',
        from: { data: 'bars' },
        encode: {
          enter: {
            ...BAR,
            x: { scale: 'share', value: 0 },
            x2: { scale: 'share', field: 'share' },
            fill: [{ test: 'datum.met', value: MET }, { value: MISSED }],
          },
        },
      },
      {
        type: 'text',
        from: { data: 'bars' },
        encode: {
          enter: {
            x: { signal: 'width', offset: 8 },
            y: { scale: 'goal', field: 'text', band: 0.5 },
            baseline: { value: 'middle' },
            text: { field: 'label' },
          },
        },
      },
      {
        type: 'rule',
        encode: {
          enter: {
            x: { scale: 'share', value: 1 },
            y: { value: 0 },
            y2: { signal: 'height' },
            stroke: { value: LIMIT },
            strokeWidth: { value: 1.5 },
          },
        },
      },
    ],
  });
};
