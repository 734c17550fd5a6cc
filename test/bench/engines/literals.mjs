import { capital, count, percent } from './format.mjs'

/** The six sentences as plain template literals, with one wording each. */
export const writer = () => (record) => {
  const { full, short, month, change, nation, trough, specials, highest } = record
  return [
    `${capital(full)} has ${change.up ? 'more' : 'fewer'} officers than a year earlier, official figures show.`,
    `${capital(short)} had ${count(change.now)} full-time equivalent officers at the end of ${month}, Home Office figures show, ${change.up ? 'up' : 'down'} ${percent(change.percent)} from ${count(change.was)} a year earlier.`,
    `Across ${nation.name} the number ${nation.up ? 'rose' : 'fell'} by ${percent(nation.percent)}, from ${count(nation.was)} to ${count(nation.now)}.`,
    `The number is ${percent(trough.percent)} higher than in ${trough.month}, when it stood at ${count(trough.lowest)}, the lowest in figures going back to ${trough.from}.`,
    `The number of special constables, who are volunteers and are counted by headcount, ${specials.up ? 'rose' : 'fell'} from ${count(specials.was, specials.now)} to ${count(specials.now, specials.was)}.`,
    `In all, ${count(highest.count)} of the ${count(highest.among)} forces have more police officers than at the same point in any year since at least ${highest.from}.`,
  ].join('\n')
}
