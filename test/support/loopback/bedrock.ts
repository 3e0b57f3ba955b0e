import { frame } from './event-stream.ts';
import type { Exchange, Route } from './exchange.ts';
import { type MessageEvent, message, messageEvents } from './messages.ts';
import { sendJson, sendTurn, type Wire } from './reply.ts';

const REGION = 'us-east-1';

/** Exceptions by status: https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_InvokeModel.html */
const EXCEPTIONS: Readonly<Record<number, string>> = {
  400: 'ValidationException',
  401: 'UnrecognizedClientException',
  403: 'AccessDeniedException',
  404: 'ResourceNotFoundException',
  429: 'ThrottlingException',
  503: 'ServiceUnavailableException',
};

/** A Messages event as Bedrock sends it: base64 inside JSON inside a binary frame. */
const chunk = (event: MessageEvent): Buffer =>
  frame(
    { ':event-type': 'chunk', ':content-type': 'application/json', ':message-type': 'event' },
    Buffer.from(JSON.stringify({ bytes: Buffer.from(JSON.stringify(event)).toString('base64') })),
  );

const wire = (body: Wire['body']): Wire => ({
  error: (status) => ({ message: `loopback ${status}` }),
  errorHeaders: (status) => ({ 'x-amzn-errortype': EXCEPTIONS[status] ?? 'InternalServerException' }),
  body,
});

const model = ({ params }: Exchange): string => params[0] ?? '';

const invoke = (exchange: Exchange): Promise<void> =>
  sendTurn(exchange, wire({ json: (answer) => message(model(exchange), answer) }));

const invokeStream = (exchange: Exchange): Promise<void> =>
  sendTurn(
    exchange,
    wire({
      contentType: 'application/vnd.amazon.eventstream',
      chunks: (answer) => messageEvents(model(exchange), answer).map(chunk),
    }),
  );

const profile = (modelId: string): object => ({
  inferenceProfileId: modelId,
  inferenceProfileArn: `arn:aws:bedrock:${REGION}:000000000000:inference-profile/${modelId}`,
  inferenceProfileName: modelId,
  status: 'ACTIVE',
  type: 'SYSTEM_DEFINED',
  models: [{ modelArn: `arn:aws:bedrock:${REGION}::foundation-model/${modelId.replace(/^[a-z-]+\./, '')}` }],
});

/** The profiles that every account has; with the newest Claude of each tier, so that no client warns. */
const PROFILES = ['opus-5-5', 'sonnet-5-5', 'haiku-5-5', 'fable-5-2'].map((name) =>
  profile(`us.anthropic.claude-${name}`),
);

/** Amazon Bedrock's runtime and the part of its control plane that clients ask at start. */
export const bedrockRoutes: readonly Route[] = [
  { method: 'POST', path: /\/model\/([^/]+)\/invoke-with-response-stream$/, reply: invokeStream },
  { method: 'POST', path: /\/model\/([^/]+)\/invoke$/, reply: invoke },
  {
    method: 'POST',
    path: /\/model\/([^/]+)\/count-tokens$/,
    reply: ({ response }) => sendJson(response, 200, { inputTokens: 1200 }),
  },
  {
    method: 'GET',
    path: /\/inference-profiles$/,
    reply: ({ response }) => sendJson(response, 200, { inferenceProfileSummaries: PROFILES }),
  },
  {
    method: 'GET',
    path: /\/inference-profiles\/([^/]+)$/,
    reply: (exchange) => sendJson(exchange.response, 200, profile(model(exchange))),
  },
];
