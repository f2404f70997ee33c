/** Every word of the interface in English. */

import type { Words } from '../vi/words.ts';
import { explaining } from './analysis/explain.ts';
import { multiplesWords } from './analysis/multiples.ts';
import { scatterWords } from './analysis/scatter.ts';
import { spineWords } from './analysis/spine.ts';
import { checks, decision, letter, repair } from './checks.ts';
import { comparing, targets } from './compare.ts';
import { countingWords } from './counting.ts';
import { figureWords } from './figure.ts';
import { importWords } from './import/words.ts';
import { issueWords } from './issue.ts';
import { formWords, paper, workbook } from './paper.ts';
import { placeWords } from './place.ts';
import { counted } from './plural.ts';
import { embed, picture, show, template } from './present/around.ts';
import { present } from './present/present.ts';
import { proposals } from './present/proposals.ts';
import { problemRemedy, problemText } from './problem.ts';
import { screensWords } from './screens.ts';
import { fresh, system } from './system.ts';
import { standing, visits } from './visits.ts';

export const en: Words = {
  app: {
    title: 'Mass mobilisation and grassroots democracy dashboard',
    skip: 'Skip to the main content',
    package: 'Data package',
    views: 'Views',
    large: 'Larger type',
    largeHint: 'Type for a room',
    dark: 'Dark',
    synthetic: 'Synthetic data',
    syntheticNote:
      'Synthetic data: units and figures are computer-generated, for demonstration only.',
    created: (day) => `Package created on ${day}`,
  },
  view: {
    overview: 'Overview',
    compare: 'Comparison',
    trend: 'Trends',
    unit: 'Unit profile',
    table: 'Figures',
    checks: 'Data checks',
    import: 'Import data',
    present: 'Presentation',
    system: 'System',
    explain: 'Explanation',
  },
  loading: {
    engine: (percent) => `Loading the calculation engine… ${percent}`,
    starting: 'Starting the calculation engine…',
    package: (percent) => `Loading the data package… ${percent}`,
    preparing: 'Checking the data and calculating the indicators…',
    silent: (files) =>
      `Nothing has been received for 20 seconds from the server or the worker for: ${files}. The page is still waiting. If this goes on: check the internal network; ask the IT officer whether the server still answers and whether this file is empty or was copied in part.`,
    stored: 'From the calculation before; being compared again…',
    excerpt: 'Part of the package has been read, and is not checked yet; the rest follows…',
    answer: 'Calculating…',
    screen: 'Loading the screen…',
  },
  failure: {
    heading: 'The data could not be opened',
    retry: 'Try again',
    openDefault: 'Open the default package',
    importAlone: 'Import without this package',
    engineFetch:
      'The calculation engine could not be loaded from the server. Check the internal network, then press “Try again”.',
    engineScript:
      'This file of the software could not be run: the server lacks it, sends it as another type (text/javascript is needed) or cut short, or the network failed. Press “Try again”; if that does not help, ask IT support to copy the whole folder of the software again.',
    engineMissing:
      'The server does not have this file of the software. Ask the IT officer to copy the whole folder of the software again (with the folder “engine”), then press “Try again”.',
    engineServer:
      "The server failed while sending this file of the software. Ask IT support to look at the server's error log, then press “Try again”.",
    enginePolicy: (rule) =>
      `The server forbids this file of the software (rule “${rule}” of its Content-Security-Policy). Ask IT support to allow “'self'” and “blob:” there.`,
    engineLogin:
      'The server asks for a login and did not send this file of the software. Log in to the server (open this page in a new tab), then press “Try again”.',
    engineForbidden:
      'The server does not allow this file of the software to be read. Ask the IT officer to permit it, then press “Try again”.',
    engineNotWasm:
      'The server sent something else in place of this file of the software (folder “engine”), or the file is damaged. Ask the IT officer to copy the whole folder of the software again.',
    engineDamaged:
      'This file of the software is damaged or of another version than the other files. Ask the IT officer to copy the whole folder of the software again, then press “Try again”.',
    engineInstantiate:
      'The browser could not start the calculation engine. The browser may be too old, or the server forbids WebAssembly (“wasm-unsafe-eval” is missing from the Content-Security-Policy).',
    engineTimeout:
      'Loading the calculation engine took too long. Check the internal network, then press “Try again”.',
    engineDead:
      'The calculation engine stopped suddenly and could not be restarted. Press “Try again”; if it fails again, open a smaller package.',
    query: (message) =>
      `This view could not be calculated. Details for reporting the fault: ${message}`,
    config:
      'The configuration file “config.json” could not be read; the default configuration is used.',
    configFault: {
      missing: 'The server does not have it: copy config.json beside index.html.',
      login: 'The server asks for a login: log in, then reload the page.',
      forbidden: 'The server does not allow it to be read: have the right to read it granted.',
      server: 'The server had an error: reload the page in a few minutes.',
      network: 'The network was interrupted: check it, then reload the page.',
      syntax: 'It is no valid JSON: check brackets and commas.',
      content:
        'A value is not right: “title” is a text, “packages” a list of folders (one at least), “lang” is “vi” or “en”.',
    },
    styles:
      'The style sheet (folder “assets”) did not come, so the page does not look as it should. Reload it; if that does not help, copy the whole folder of the software again.',
    view: 'This view has failed. The other views can still be used.',
    viewFile:
      'A file of the software (folder “assets”) that draws this screen could not be loaded: the server lacks it, does not allow it to be read, has failed or asks for a login, or the network failed. Reload the page; if that does not help, ask IT support to copy the whole folder of the software again.',
    reload: 'Reload the page',
  },
  restarted: 'The calculation engine stopped and was restarted; the data were loaded again.',
  control: {
    indicator: 'Indicator',
    period: 'Reporting period',
    latest: 'Latest period of each unit',
    grain: 'Period type',
    breakdown: 'Break down by',
    noBreakdown: 'No breakdown',
    category: 'Category',
    allCategories: 'All categories',
    units: 'Units',
    unit: 'Unit',
    allUnits: 'All units',
    allPeriods: 'All periods',
    body: 'Body',
    allBodies: 'All bodies',
    search: 'Search',
    searchUnits: 'Search units',
    searchHint: 'For example: pho hoa',
    clear: 'Clear',
    remove: (name) => `Remove ${name}`,
    noMatch: 'Nothing matches',
    groupIndicators: 'Indicators',
    groupMeasures: 'Measures',
    under: (name) => `Within ${name}`,
    onlyUnits: (names, more) =>
      `Only: ${names}${more > 0 ? ` and ${counted(more, 'other unit')}` : ''}`,
    everywhere: 'Remove this limit',
    choose: 'Choose',
    tolerance: 'Where a period has no figure',
    periodsBack: (n) =>
      n === 0 ? 'Leave blank' : `Use a figure up to ${counted(n, 'period')} old`,
  },
  ...figureWords,
  ...screensWords,
  ...issueWords,
  visits,
  standing,
  comparing,
  targets,
  explaining,
  spine: spineWords,
  multiples: multiplesWords,
  scatter: scatterWords,
  place: placeWords,
  checks,
  decision,
  repair,
  letter,
  present,
  proposals,
  template,
  show,
  picture,
  embed,
  paper,
  workbook,
  system,
  fresh,
  counting: countingWords,
  import: importWords,
  form: formWords,
  notice: {
    heading: 'Notes on loading the data',
    summary: (rows, notes) =>
      [
        rows > 0 ? `${counted(rows, 'row')} set aside and not included in the figures` : '',
        notes > 0 ? counted(notes, 'note') : '',
      ]
        .filter(Boolean)
        .join('; '),
    file: 'File',
    line: 'Line',
    column: 'Column',
    what: 'What was found',
    remedy: 'What to do',
    more: (count) => `… and ${counted(count, 'more row')} of the same kind`,
    download: 'Download the list (CSV)',
    show: 'Show the list',
    hide: 'Hide the list',
  },
  param: {
    invalid: (name, value) =>
      `The parameter “${name}” in the address has a value that cannot be used: “${value}”. The default is used.`,
    unknown: (name, value) => `This data package has no ${name} “${value}”. The default is used.`,
    names: {
      indicator: 'indicator',
      unit: 'unit',
      under: 'unit',
      level: 'level',
      period: 'period',
      breakdown: 'breakdown',
      category: 'category',
      body: 'body',
      source: 'document',
      peers: 'unit',
      open: 'figure',
    },
  },
  problem: {
    what: problemText,
    remedy: problemRemedy,
    effect: {
      stop: 'loading stopped',
      row: 'row set aside',
      cell: 'cell left empty',
      warning: 'warning',
      note: 'note',
    },
  },
};
