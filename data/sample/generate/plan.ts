/** What a report tells, in which order and under which heading. */

/** In every report; from the year's start only (quarter I, 6 and 9 months, the year); half-yearly; yearly. */
export type When = 'always' | 'cumulative' | 'half' | 'year';

export interface Line {
  readonly measure: string;
  readonly locator: string;
  readonly when: When;
  /** Breakdowns told beside the total. */
  readonly breakdowns: readonly string[];
  /** Told in the report on petitions and reception, where there is one. */
  readonly petitions: boolean;
}

export interface Rate {
  readonly indicator: string;
  readonly locator: string;
  readonly when: When;
  readonly numerator: string;
  readonly denominator: string;
  readonly decimals: number;
  readonly petitions: boolean;
}

const lines = (
  locator: string,
  when: When,
  measures: string,
  breakdowns: readonly string[] = [],
  petitions = false,
): Line[] =>
  measures.split(' ').map((measure) => ({ measure, locator, when, breakdowns, petitions }));

const ALL = 'always';
const SUM = 'cumulative';

export const LINES: readonly Line[] = [
  ...lines('I', 'half', 'households population neighbourhoods security_cameras'),
  ...lines('I', 'year', 'natural_area'),
  ...lines('I', 'year', 'conditional_businesses', ['business_kind']),
  ...lines('II.1', ALL, 'dossiers_received dossiers_received_online', ['procedure_field']),
  ...lines('II.1', ALL, 'dossiers_carried_over'),
  ...lines('II.1', ALL, 'dossiers_resolved dossiers_resolved_on_time', ['procedure_field']),
  ...lines('II.1', ALL, 'dossiers_resolved_late dossiers_in_progress dossiers_in_progress_not_due'),
  ...lines('II.1', ALL, 'dossiers_in_progress_overdue dossiers_digitized'),
  ...lines('II.1', 'half', 'dossier_results_digitized online_service_dossiers'),
  ...lines('II.1', 'half', 'online_service_dossiers_online procedure_feedback_received'),
  ...lines('II.1', 'half', 'procedure_feedback_on_time'),
  ...lines('II.2', ALL, 'survey_ballots survey_ballots_returned survey_satisfied'),
  ...lines('II.3', 'year', 'one_stop_staff', ['office']),
  ...lines('III.1', ALL, 'reception_sessions', ['reception_kind'], true),
  ...lines('III.1', ALL, 'reception_sessions_required', [], true),
  ...lines('III.1', ALL, 'reception_turns reception_people', ['reception_kind'], true),
  ...lines(
    'III.1',
    ALL,
    'reception_cases',
    ['reception_kind', 'reception_kind*petition_type'],
    true,
  ),
  ...lines('III.2', ALL, 'petition_letters_received', [], true),
  ...lines('III.2', ALL, 'petitions_received', ['petition_type'], true),
  ...lines('III.2', ALL, 'petitions_new petitions_carried_over', [], true),
  ...lines('III.2', ALL, 'petitions_resolved petitions_pending', ['petition_type'], true),
  ...lines('III.2', ALL, 'petitions_ineligible', ['petition_type'], true),
  ...lines('III.2', ALL, 'petitions_pending_verified', [], true),
  ...lines('IV.1', SUM, 'dialogue_sessions dialogue_attendees dialogue_speakers dialogue_issues'),
  ...lines('IV.1', SUM, 'dialogue_issues_answered dialogue_issues_pending'),
  ...lines('IV.2', SUM, 'mediation_cases_received mediation_cases_conducted'),
  ...lines('IV.2', SUM, 'mediation_cases_successful mediation_cases_unsuccessful'),
  ...lines('IV.2', SUM, 'mediation_cases_pending'),
  ...lines('IV.3', SUM, 'people_discussed_items people_supervised_items consultation_rounds'),
  ...lines('IV.3', SUM, 'neighbourhoods_met neighbourhoods_with_conventions'),
  ...lines('IV.3', 'year', 'neighbourhoods_conventions_submitted community_supervised_works'),
  ...lines('IV.3', 'year', 'project_households project_households_agreed'),
  ...lines('IV.4', 'year', 'land_compensation_approved land_compensation_paid'),
  ...lines('V.1', 'year', 'households_poor households_near_poor'),
  ...lines('V.1', 'year', 'temporary_houses temporary_houses_removed'),
  ...lines('V.2', 'year', 'households_cultural neighbourhoods_cultural'),
  ...lines('VI.1', 'half', 'models_total models_new models_maintained', ['model_field']),
  ...lines('VI.1', 'half', 'models_replicated', ['model_field']),
  ...lines('VI.1', 'year', 'models_recognised'),
  ...lines('VI.2', SUM, 'tasks_assigned tasks_on_time tasks_late tasks_in_progress'),
  ...lines('VI.2', 'year', 'reform_tasks reform_tasks_completed', ['task_level']),
  ...lines('VI.2', 'year', 'reform_tasks_in_progress', ['task_level']),
  ...lines('VI.2', 'year', 'reform_self_inspections'),
  ...lines('VI.3', SUM, 'documents_issued broadcast_programmes broadcast_items'),
  ...lines('VI.3', 'half', 'study_invited study_attended', ['study_audience']),
  ...lines('VI.4', ALL, 'vneid_activations online_service_accounts'),
];

const rate = (
  locator: string,
  when: When,
  indicator: string,
  formula: string,
  { decimals = 1, petitions = false } = {},
): Rate => {
  const [numerator = '', denominator = ''] = formula.split(' / ');
  return { indicator, locator, when, numerator, denominator, decimals, petitions };
};

/** Percentages printed beside their counts; formulas as in the catalogue. */
export const RATES: readonly Rate[] = [
  rate('II.1', ALL, 'dossiers_online_rate', 'dossiers_received_online / dossiers_received'),
  rate('II.1', ALL, 'dossiers_on_time_rate', 'dossiers_resolved_on_time / dossiers_resolved'),
  rate(
    'II.1',
    SUM,
    'dossiers_overdue_rate',
    'dossiers_resolved_late + dossiers_in_progress_overdue / dossiers_received + dossiers_carried_over',
  ),
  rate('II.1', ALL, 'dossiers_digitized_rate', 'dossiers_digitized / dossiers_received'),
  rate(
    'II.1',
    'half',
    'online_public_service_rate',
    'online_service_dossiers_online / online_service_dossiers',
  ),
  rate('II.2', ALL, 'satisfaction_rate', 'survey_satisfied / survey_ballots_returned'),
  rate(
    'III.1',
    SUM,
    'reception_sessions_rate',
    'reception_sessions / reception_sessions_required',
    { petitions: true },
  ),
  rate(
    'III.2',
    ALL,
    'petitions_resolved_rate',
    'petitions_resolved / petitions_received - petitions_ineligible',
    { petitions: true },
  ),
  rate('IV.1', SUM, 'dialogue_answered_rate', 'dialogue_issues_answered / dialogue_issues'),
  rate(
    'IV.2',
    SUM,
    'mediation_success_rate',
    'mediation_cases_successful / mediation_cases_received - mediation_cases_pending',
  ),
  rate('IV.3', 'year', 'neighbourhood_meeting_rate', 'neighbourhoods_met / neighbourhoods'),
  rate(
    'IV.3',
    'year',
    'project_households_agreed_rate',
    'project_households_agreed / project_households',
  ),
  rate(
    'IV.4',
    'year',
    'land_compensation_paid_rate',
    'land_compensation_paid / land_compensation_approved',
  ),
  rate('V.1', 'year', 'poor_household_rate', 'households_poor / households', { decimals: 2 }),
  rate('V.1', 'year', 'near_poor_household_rate', 'households_near_poor / households', {
    decimals: 2,
  }),
  rate(
    'V.1',
    'year',
    'temporary_housing_removed_rate',
    'temporary_houses_removed / temporary_houses',
  ),
  rate('V.2', 'year', 'cultural_family_rate', 'households_cultural / households'),
  rate('VI.2', SUM, 'tasks_on_time_rate', 'tasks_on_time / tasks_on_time + tasks_late'),
  rate('VI.2', 'year', 'reform_tasks_completed_rate', 'reform_tasks_completed / reform_tasks'),
  rate('VI.3', 'half', 'study_attendance_rate', 'study_attended / study_invited'),
];

/** Known only as reported: indicator, heading, lowest and highest percentage usually told. */
export const TOLD_RATES: readonly (readonly [string, string, When, number, number])[] = [
  ['procedures_published_rate', 'II.1', 'half', 100, 100],
  ['badge_rate', 'II.3', 'half', 97, 100],
  ['uniform_rate', 'II.3', 'half', 90, 100],
  ['documents_signed_rate', 'VI.3', 'half', 88, 100],
  ['branch_thematic_meeting_rate', 'VI.3', ALL, 90, 99],
];

/** Whether a report of this part of the year tells such a line. */
export function isTold(when: When, part: string): boolean {
  if (when === 'always') return true;
  if (when === 'cumulative') return ['Q1', 'S1', '9M', 'Y'].includes(part);
  return part === 'Y' || (when === 'half' && part === 'S1');
}
