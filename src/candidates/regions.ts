import type { Known } from '../completions/spec.ts';

const AWS = [
  ...['us-east-1', 'us-east-2', 'us-west-1', 'us-west-2', 'ca-central-1', 'sa-east-1'],
  ...[
    'eu-central-1',
    'eu-central-2',
    'eu-north-1',
    'eu-south-1',
    'eu-south-2',
    'eu-west-1',
    'eu-west-2',
    'eu-west-3',
  ],
  ...['ap-northeast-1', 'ap-northeast-2', 'ap-northeast-3', 'ap-south-1', 'ap-south-2'],
  ...['ap-southeast-1', 'ap-southeast-2', 'ap-southeast-3', 'ap-southeast-4'],
  ...['us-gov-east-1', 'us-gov-west-1'],
];
const GOOGLE = [
  'global',
  'us-central1',
  'us-east5',
  'europe-west1',
  'europe-west4',
  'asia-east1',
  'asia-southeast1',
];

/** Regions with Claude models, for the completion only: any other name is taken as well (the clouds' lists of models). */
export const REGIONS: readonly Known[] = [
  ...AWS.map((name): Known => [name, 'AWS']),
  ...GOOGLE.map((name): Known => [name, 'Vertex AI']),
];
