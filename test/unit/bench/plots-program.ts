import { goalsPlot } from '../../bench/plots/goals.ts';
import { growthPlot } from '../../bench/plots/growth.ts';
import { measuredAs } from './measured.ts';

const group = {
  ...measuredAs({ node: [100], 'env-json': [110], 'env-yaml': [900], few: [120], many: [600] }),
  points: { few: { curve: 'profiles', x: 1 }, many: { curve: 'profiles', x: 1_000 } },
};
const run = { node: 'v20.0.0', groups: [group] };

const plots = { goals: await goalsPlot(run), growth: await growthPlot(run) };
process.stdout.write(JSON.stringify(plots));
