/** Which indicators are worth a column: those that most units have, then in the catalogue's order. */
import type { Dataset } from '../dataset.ts';
import type { Figure } from '../figure.ts';
import { groupBy } from '../group.ts';

/** Subject ids of figures, the most widely known first. */
export function rankSubjects(data: Dataset, figures: readonly Figure[]): string[] {
  const order = new Map([...data.indicators.keys()].map((id, at) => [id, at]));
  const groups = [...groupBy(figures, (figure) => figure.subject)].map(([subject, members]) => ({
    subject,
    units: new Set(members.map((figure) => figure.unit)).size,
    position: order.get(subject) ?? order.size,
  }));
  groups.sort((a, b) => b.units - a.units || a.position - b.position);
  return groups.map((group) => group.subject);
}
