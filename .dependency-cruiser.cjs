/**
 * The layers of docs/glossary.md and the decisions, checked: app → components → lib/portal → lib/access → lib/db,
 * everybody may use lib/domain, lib/domain uses nobody. Parsed by swc: TypeScript 7 has no parser for JavaScript tools.
 */
const OUTSIDE = '^(node_modules|node:)';
// what an aggregate shows to others; views.ts holds types of what queries give
const AGGREGATE_DOORS = '/(queries|commands|schema|views)\\.ts$';
const SHARED_BY_AGGREGATES = '^lib/portal/[^/]+\\.ts$';

module.exports = {
  forbidden: [
    {
      name: 'no-circles',
      comment: 'Two files that need each other are one, or hide a third.',
      severity: 'error',
      from: { pathNot: '^lib/db/generated/' },
      to: { circular: true },
    },
    {
      name: 'everything-resolves',
      comment: 'An import that leads nowhere would escape every other rule.',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true, pathNot: '^(bun|cloudflare):' },
    },
    {
      name: 'domain-uses-nobody',
      comment:
        'The rules are pure: no React, no Prisma, no I/O, no other part of the portal; zod checks data that come from outside.',
      severity: 'error',
      from: { path: '^lib/domain/' },
      to: { pathNot: '^(lib/domain/|node_modules/zod/)' },
    },
    {
      name: 'components-get-data-by-props',
      comment:
        'Components know no queries, no access, no database; types of lib/portal/*/schema.ts and views.ts are fine.',
      severity: 'error',
      from: { path: '^components/' },
      to: { path: '^(app|scripts|tests|prisma|lib)/', pathNot: '^lib/(domain/|portal/[^/]+/(schema|views)\\.ts$)' },
    },
    {
      name: 'primitives-know-no-schools',
      comment: 'components/ui stands below every feature.',
      severity: 'error',
      from: { path: '^components/ui/' },
      to: { path: '^(lib|components)/', pathNot: '^(components/ui|lib/domain)/' },
    },
    {
      name: 'pages-go-through-the-portal',
      comment: 'Pages and routes call lib/portal and know who asks (lib/access); never the database.',
      severity: 'error',
      from: { path: '^app/' },
      to: { path: '^(lib/(db|work)|scripts|tests|prisma)/' },
    },
    {
      name: 'nobody-imports-pages',
      severity: 'error',
      from: { path: '^(components|lib|prisma|scripts)/' },
      to: { path: '^app/' },
    },
    {
      name: 'portal-knows-no-screen',
      severity: 'error',
      from: { path: '^lib/portal/' },
      to: { path: '^(app|components|scripts|tests|prisma)/', pathNot: '^prisma/instruments/.*\\.json$' },
    },
    {
      name: 'portal-reads-through-the-door',
      comment: 'The database handle comes from lib/access; of lib/db only the generated types may be named.',
      severity: 'error',
      from: { path: '^lib/portal/' },
      to: { path: '^lib/db/', pathNot: '^lib/db/generated/' },
    },
    {
      name: 'aggregates-call-each-other-by-their-doors',
      comment: 'Queries, commands and schema of another aggregate, never its inner files.',
      severity: 'error',
      from: { path: '^lib/portal/([^/]+)/' },
      to: { path: '^lib/portal/', pathNot: ['^lib/portal/$1/', AGGREGATE_DOORS, SHARED_BY_AGGREGATES] },
    },
    {
      name: 'one-door-to-the-tables',
      comment: 'docs/decisions/0003-two-barriers.md',
      severity: 'error',
      from: { pathNot: '^lib/(access|db)/' },
      to: { path: '^lib/db/client\\.ts$' },
    },
    {
      name: 'access-knows-no-use',
      severity: 'error',
      from: { path: '^lib/access/' },
      to: { path: '^(app|components|scripts|tests|prisma|lib/(portal|exchange|work))/' },
    },
    {
      name: 'database-stands-below-all',
      severity: 'error',
      from: { path: '^lib/db/', pathNot: '^lib/db/generated/' },
      to: { path: '^(app|components|scripts|tests|prisma|lib)/', pathNot: '^lib/(db/|domain/|env\\.ts$)' },
    },
    {
      name: 'exchange-and-work-know-no-pages',
      comment: 'Formats and the queue are called by lib/portal.',
      severity: 'error',
      from: { path: '^lib/(exchange|work)/' },
      to: { path: '^(app|components|scripts|tests|prisma|lib/portal)/' },
    },
    {
      name: 'the-product-needs-no-tests',
      severity: 'error',
      from: { path: '^(app|components|lib|prisma|scripts)/' },
      to: { path: '^tests/' },
    },
    {
      name: 'the-product-needs-no-development-tools',
      severity: 'error',
      from: { path: '^(app|components|lib|prisma|scripts)/' },
      to: { dependencyTypes: ['npm-dev', 'npm-no-pkg', 'npm-unknown'] },
    },
  ],
  options: {
    parser: 'swc',
    tsConfig: { fileName: 'tsconfig.json' },
    doNotFollow: { path: OUTSIDE },
    exclude: { path: '\\.next/' },
    enhancedResolveOptions: {
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
      exportsFields: ['exports'],
      extensions: ['.ts', '.tsx', '.mjs', '.js', '.json', '.d.ts'],
      mainFields: ['module', 'main', 'types'],
    },
  },
};
