/** Words of "System": each check, and what to do where it fails. */
import type { Words } from '../vi/words.ts';
import { counted, noun } from './plural.ts';

export const system: Words['system'] = {
  title: 'System',
  lead: 'The browser, the server and the open data package. A line that fails says what to do.',
  checking: 'Checking…',
  again: 'Check again',
  copy: 'Copy the report',
  copied: 'Report copied; paste it into a message to the support staff.',
  report: 'Report for the support staff',
  allGood: 'Everything passes.',
  someBad: (count) => `${counted(count, 'item')} ${noun(count, 'does', 'do')} not pass.`,
  what: 'Item',
  about: 'Subject',
  found: 'Result',
  remedyHead: 'What to do',
  state: { ok: 'Passes', note: 'To be noted', bad: 'Does not pass' },
  name: {
    browser: 'Browser',
    wasm: 'WebAssembly',
    worker: 'Background worker',
    gunzip: 'Decompression',
    storage: 'Browser storage',
    clipboard: 'Copying images',
    memory: 'Memory of the computer',
    engine: 'File of the calculation engine',
    script: 'MIME type of scripts',
    policy: 'Security policy of the server',
    config: 'Configuration file',
    descriptor: 'Descriptor of the data package',
    file: 'Data file',
  },
  remedy: {
    browser: 'Update to Chrome or Edge 109, Firefox 115, Safari 16.4 or later.',
    wasm: 'Allow WebAssembly: turn off the enhanced security mode of the browser, or add “wasm-unsafe-eval” to script-src of the Content-Security-Policy.',
    worker: 'The browser does not allow background workers (Web Workers); use a different browser.',
    gunzip: 'The browser is too old; update it.',
    storage:
      'The presentation and the decisions are not kept when the page is closed; save them as files.',
    clipboard:
      'The page was opened over http, so images cannot be copied; they are downloaded as files.',
    memory: 'The computer has little memory: open a smaller package and close other programs.',
    engine: 'Copy the folder “engine” again from the original software.',
    script:
      'Declare the type text/javascript for .js files on the server (see the folder “server” of the software).',
    policy: 'Add “wasm-unsafe-eval” to script-src of the Content-Security-Policy on the server.',
    config:
      'Check the syntax of config.json beside index.html; without the file, defaults are used.',
    descriptor: 'Check the name of the package folder and the file datapackage.json inside it.',
    file: 'The file is missing or was copied in part: copy it again from the original.',
  },
};

export const fresh: Words['fresh'] = {
  changed: 'The data package on the server has been replaced. The figures shown are the old ones.',
  reload: 'Load the new figures',
};
