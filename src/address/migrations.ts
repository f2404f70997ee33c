/** Links of earlier versions: each change of a parameter that old links still have, the oldest first. */

export interface Migration {
  readonly since: string;
  readonly what: string;
  readonly apply: (params: URLSearchParams) => void;
}

const MIGRATIONS: readonly Migration[] = [
  {
    since: '0.2.0',
    what: 'the screen "imports" is called "import"',
    apply(params) {
      if (params.get('view') === 'imports') params.set('view', 'import');
    },
  },
];

/** The parameters of a query string as this version names them. */
export function migrated(search: string): URLSearchParams {
  const params = new URLSearchParams(search);
  for (const { apply } of MIGRATIONS) apply(params);
  return params;
}
