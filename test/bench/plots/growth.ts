import { figures } from '../figures.ts';
import type { Run } from '../model.ts';
import { draw, FONT } from './draw.ts';

const points = (run: Run) =>
  run.groups.flatMap((group) =>
    figures(group).flatMap(({ point, wall }) =>
      point ? [{ curve: point.curve, x: point.x, ratio: wall.median, low: wall.q1, high: wall.q3 }] : [],
    ),
  );

const RATIOS = [1, 1.5, 2, 3, 5, 10, 20, 50];

/** How the ratio grows with the number of sessions, variables, profiles and providers. */
export const growthPlot = (run: Run): Promise<string> =>
  draw({
    width: 620,
    height: 320,
    padding: 8,
    background: 'white',
    config: {
      axis: { labelFont: FONT, titleFont: FONT },
      legend: { labelFont: FONT, titleFont: FONT, labelLimit: 0 },
    },
    title: { text: `Growth on Node.js ${run.node}, as a ratio to node -e 0`, font: FONT, anchor: 'start' },
    data: [{ name: 'points', values: points(run) }],
    scales: [
      { name: 'x', type: 'log', domain: { data: 'points', field: 'x' }, range: 'width' },
      {
        name: 'y',
        type: 'log',
        domain: { data: 'points', fields: ['low', 'high'] },
        range: 'height',
        zero: false,
      },
      { name: 'colour', type: 'ordinal', domain: { data: 'points', field: 'curve' }, range: 'category' },
    ],
    axes: [
      {
        orient: 'bottom',
        scale: 'x',
        title: 'number',
        format: ',',
        values: [1, 10, 100, 1000, 10000],
        grid: true,
      },
      { orient: 'left', scale: 'y', title: 'ratio (logarithmic)', format: '~g', grid: true, values: RATIOS },
    ],
    legends: [{ stroke: 'colour', symbolType: 'stroke', orient: 'right' }],
    marks: [
      {
        type: 'group',
        from: { facet: { name: 'line', data: 'points', groupby: 'curve' } },
        marks: [
          {
            type: 'line',
            from: { data: 'line' },
            encode: {
              enter: {
                x: { scale: 'x', field: 'x' },
                y: { scale: 'y', field: 'ratio' },
                stroke: { scale: 'colour', field: 'curve' },
                strokeWidth: { value: 2 },
              },
            },
          },
          {
            type: 'rule',
            from: { data: 'line' },
            encode: {
              enter: {
                x: { scale: 'x', field: 'x' },
                y: { scale: 'y', field: 'low' },
                y2: { scale: 'y', field: 'high' },
                stroke: { scale: 'colour', field: 'curve' },
              },
            },
          },
        ],
      },
    ],
  });
