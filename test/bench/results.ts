import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { markdown } from './markdown.ts';
import type { Report } from './model.ts';
import { goalsPlot } from './plots/goals.ts';
import { growthPlot } from './plots/growth.ts';

/** Writes RESULTS.md and its plots into a folder. */
export const writeResults = async (folder: string, report: Report): Promise<void> => {
  const [first] = report.runs;
  if (first === undefined) return;
  const plots = [
    { file: 'goals.svg', title: 'The goals as shares of their limits', svg: await goalsPlot(first) },
    { file: 'growth.svg', title: 'Growth with the number of things', svg: await growthPlot(first) },
  ];
  for (const { file, svg } of plots) writeFileSync(join(folder, file), svg);
  writeFileSync(join(folder, 'RESULTS.md'), markdown(report, plots));
};
