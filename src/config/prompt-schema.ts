import * as v from 'valibot';
import { formatProblem, PLACEHOLDERS } from '../prompt/format.ts';
import { isVisible } from '../prompt/safe-text.ts';
import { COLOR_NAMES, type SymbolName } from '../prompt/style.ts';
import { key } from './sections.ts';

const LONGEST_FORMAT = 200;
const LONGEST_SYMBOL = 8;
const LAST_COLOR = 255;

const visible = () =>
  v.check(
    isVisible,
    'must not contain control, combining or invisible characters (also no U+FE0F): terminals disagree about their width',
  );

const format = () =>
  v.pipe(
    v.string(),
    v.nonEmpty('must not be empty; leave the key out instead'),
    v.maxLength(LONGEST_FORMAT, `must not be longer than ${LONGEST_FORMAT} characters`),
    visible(),
    v.check((text) => !/[`\\]/.test(text), 'must not contain a backquote or backslash: shells read them'),
    v.check(
      (text) => formatProblem(text) === undefined,
      ({ input }) => formatProblem(input) ?? '',
    ),
  );

const symbol = () =>
  v.pipe(
    v.string(),
    v.maxLength(LONGEST_SYMBOL, `must not be longer than ${LONGEST_SYMBOL} characters`),
    visible(),
    v.check((text) => !/[`\\]/.test(text), 'must not be a backquote or backslash: shells read them'),
  );

const NAMES = ['default', ...COLOR_NAMES] as const;
const COLOR = `must be a number from 0 to ${LAST_COLOR} or one of: ${NAMES.join(', ')}`;

const color = () =>
  v.union(
    [
      v.picklist(NAMES, COLOR),
      v.pipe(v.number(), v.integer(COLOR), v.minValue(0, COLOR), v.maxValue(LAST_COLOR, COLOR)),
    ],
    COLOR,
  );

/** The schema of the section `prompt`. */
export const promptSchema = () => {
  const [mark, tint] = [symbol(), color()];
  return v.object({
    format: key(format(), `The text, with any of {${PLACEHOLDERS.join('}, {')}}.`),
    symbols: key(
      v.object({
        subscription: key(mark, 'The sign of a subscription.'),
        api: key(mark, 'The sign of an account that pays by use.'),
        cloud: key(mark, 'The sign of a cloud account.'),
        local: key(mark, 'The sign of a local model.'),
        team: key(mark, 'The sign of agent teams.'),
        gone: key(mark, 'The sign of a session whose file is gone.'),
      } satisfies Record<SymbolName, unknown>),
      'Signs, any Unicode; terminals without it get those built in.',
    ),
    colors: key(
      v.object({
        subscription: key(tint, 'Colour of a session that a subscription pays for.'),
        api: key(tint, 'Colour of a session that is paid by use.'),
        cloud: key(tint, 'Colour of a session that a cloud account pays for.'),
        local: key(tint, 'Colour of a session with a local model.'),
      }),
      'Colours by payer: a name, or a number of the palette of 256.',
    ),
  });
};
