/** Words of the draft of what a meeting concludes. */
import { formatCount } from '../../../model/writing/number.ts';
import type { Words } from '../../vi/words.ts';
import { counted } from '../plural.ts';

export const proposals: Words['proposals'] = {
  heading: 'Draft conclusions',
  lead: 'A draft for the meeting to discuss; who is in charge is proposed; the office follows it up.',
  leadWith: (note) => `A draft for the meeting to discuss; who is in charge is proposed. ${note}.`,
  sentBy: (day, answer) => `Sent by\u00a0${day}, answer asked by\u00a0${answer}`,
  inYear: (half, end) =>
    half ? `Progress by\u00a0${half}, met by\u00a0${end}` : `Met by\u00a0${end}`,
  task: 'Task',
  owner: 'Units',
  chair: 'In charge',
  eachUnit: 'Units',
  toFill: '…………',
  office: 'The office',
  due: 'Suggested time',
  title: (count, brief) => `Draft conclusions: ${counted(count, 'task')}${brief && `, ${brief}`}`,
  adoptBrief: (usable) => `use of ${counted(usable, 'rate')}`,
  visitBrief: (count) => `visits to ${counted(count, 'unit')}`,
  before: (period) => `Report of ${period}`,
  by: (day) => `By\u00a0${day}`,
  open: 'The meeting decides',
  visit: (count) => `Work on the spot in ${counted(count, 'unit')}`,
  visitAbout: (names, about) => `${names}: ${about}`,
  clear: (name, count, when) => `Clear: ${name} (${count}, ${when})`,
  disputed: '; the number is being checked',
  inform: (task) => `Ask to ${task}`,
  reach: (name, when, goal) => `Reach the target: ${name} (${when}: ${goal})`,
  goalsOf: (latest, next) => `No targets of ${next} yet: those of ${latest} are shown`,
  ownGoal: 'of each unit',
  rest: (count) => `, other units (${count})`,
  adopt: (usable, reference, open) =>
    `Agree to use ${counted(usable, 'rate')}, ${formatCount(reference)} for reference; not ${formatCount(open)} until they are checked`,
  meanwhile: '; these are not used until then',
  adoptThese: (usable, reference, open) =>
    `Agree to use ${usable}; ${counted(reference, 'other rate')} for reference; not yet ${open}`,
  now: 'At the meeting',
  unitsOf: (count, all) => `${formatCount(count)} of ${counted(all, 'unit')}`,
  moreGoals: (count) => ` and ${counted(count, 'other target')}`,
  otherGoals: (names) => `Left to the units: ${names}`,
  send: (count) => `Send ${counted(count, 'missing report')}`,
  update: (year, period) => `Send the figures of ${year} (the latest of the area: ${period})`,
  allUnits: 'The units of the area',
  first: (count) => `, first the ${formatCount(count)} that change rates`,
  correct: (count) => `Check and correct ${counted(count, 'point')} of the figures reported`,
  others: (count) => ` and ${counted(count, 'other unit')}`,
};
