// Rooms and who may import whom. `(^|node_modules/)` keeps a rule closed when a package is not installed.
const core = '^src/(domain|policy|conversation)/';
const edge = '^src/(teams|slack|store|vault|http)/';
const pkg = (names) => `(^|node_modules/)(${names})`;
const onlyIn = (room, names) => ({
  name: `${room}-owns-its-sdk`,
  severity: 'error',
  from: { path: '^src/', pathNot: `^src/${room}/` },
  to: { path: pkg(names) },
});
module.exports = {
  forbidden: [
    {
      name: 'core-has-no-io',
      severity: 'error',
      from: { path: core },
      to: {
        dependencyTypes: ['core', 'npm', 'npm-dev', 'unknown'],
        pathNot: pkg('luxon|@types/luxon|zod|minisearch|stemmer'),
      },
    },
    {
      name: 'only-policy-searches',
      severity: 'error',
      from: { path: '^src/', pathNot: '^src/policy/' },
      to: { path: pkg('minisearch|stemmer') },
    },
    { name: 'core-stays-in-core', severity: 'error', from: { path: core }, to: { path: '^src/', pathNot: core } },
    {
      name: 'domain-stands-alone',
      severity: 'error',
      from: { path: '^src/domain/' },
      to: { path: '^src/', pathNot: '^src/domain/' },
    },
    {
      name: 'policy-sees-domain-only',
      severity: 'error',
      from: { path: '^src/policy/' },
      to: { path: '^src/', pathNot: '^src/(policy|domain)/' },
    },
    {
      name: 'app-sees-core-only',
      severity: 'error',
      from: { path: '^src/app/' },
      to: { path: '^src/', pathNot: `^src/app/|${core}` },
    },
    {
      name: 'packs-reads-files-for-the-core',
      severity: 'error',
      from: { path: '^src/packs/' },
      to: { path: '^src/', pathNot: `^src/packs/|${core}` },
    },
    {
      name: 'packs-needs-yaml-only',
      severity: 'error',
      from: { path: '^src/packs/' },
      to: { dependencyTypes: ['npm', 'npm-dev', 'unknown'], pathNot: pkg('yaml|js-yaml|zod|fastest-levenshtein') },
    },
    {
      name: 'only-the-shell-reads-packs',
      severity: 'error',
      from: { path: '^src/', pathNot: '^src/(packs|cli|config)/|^src/(main|config)\\.ts$' },
      to: { path: '^src/packs/' },
    },
    { name: 'edges-never-meet', severity: 'error', from: { path: edge }, to: { path: edge, pathNot: '^src/$1/' } },
    { name: 'nobody-imports-main', severity: 'error', from: { path: '^src/' }, to: { path: '^src/main\\.ts$' } },
    {
      name: 'config-is-for-main',
      severity: 'error',
      from: { path: '^src/', pathNot: '^src/(main\\.ts$|cli/)' },
      to: { path: '^src/config\\.ts$' },
    },
    {
      name: 'config-keeps-its-parts',
      severity: 'error',
      from: { path: '^src/', pathNot: '^src/config(\\.ts$|/)' },
      to: { path: '^src/config/' },
    },
    {
      name: 'demo-is-for-the-start',
      severity: 'error',
      from: { path: '^src/', pathNot: '^src/(main\\.ts$|cli/|demo/)' },
      to: { path: '^src/demo/' },
    },
    onlyIn('teams', 'botbuilder|botframework-|adaptivecards-templating|adaptive-expressions'),
    onlyIn('slack', '@slack/'),
    onlyIn('store', '@azure/data-tables'),
    onlyIn('pdf', 'pdfkit|fontkit|bidi-js|@expo-google-fonts/|@fontsource/'),
    {
      name: 'pdf-sees-core-only',
      severity: 'error',
      from: { path: '^src/pdf/' },
      to: { path: '^src/', pathNot: `^src/pdf/|${core}` },
    },
    onlyIn('vault', '@azure/keyvault-keys'),
    {
      name: 'store-owns-sqlite',
      severity: 'error',
      from: { path: '^src/', pathNot: '^src/store/' },
      to: { path: '^(node:)?sqlite$' },
    },
    onlyIn('http', 'restify'),
    { name: 'src-never-imports-test', severity: 'error', from: { path: '^src/' }, to: { path: '^test/' } },
    { name: 'no-cycles', severity: 'error', from: {}, to: { circular: true } },
    { name: 'resolvable', severity: 'error', from: {}, to: { couldNotResolve: true } },
  ],
  options: {
    tsConfig: { fileName: 'tsconfig.json' },
    tsPreCompilationDeps: true, // type-only imports count too
    doNotFollow: { path: 'node_modules' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
    },
  },
};
