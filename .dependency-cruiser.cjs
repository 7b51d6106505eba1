// The walls of the house. Each rule says where the code belongs; tests/contract/walls.test.ts breaks every one of them.

/** A package, installed or not: its folder in node_modules, or its bare name when it cannot be found. */
const npmPackage = (name) => `(^|/)node_modules/${name}/|^${name}(/|$)`;

const ARROW = npmPackage("@uwdata/flechette");

/** @type {import("dependency-cruiser").IConfiguration} */
module.exports = {
  forbidden: [
    {
      name: "dashboard-reads-the-contract",
      comment:
        "What pages and pipeline share belongs in pipeline/contract/; what is counted or hidden belongs in a stage.",
      severity: "error",
      from: {path: "^dashboard/"},
      to: {path: "^(pipeline|data|tests)/", pathNot: "^pipeline/contract/"},
    },
    {
      name: "contract-stands-alone",
      comment:
        "The contract goes into the browser: code that needs Node, the database or a stage belongs in that stage.",
      severity: "error",
      from: {path: "^pipeline/contract/"},
      to: {pathNot: ["^pipeline/contract/", ARROW]},
    },
    {
      name: "duckdb-at-arms-length",
      comment:
        "pipeline/duckdb/ knows the contract and no stage; what a stage needs of the database belongs in the stage.",
      severity: "error",
      from: {path: "^pipeline/duckdb/"},
      to: {path: "^(pipeline|data|tests)/", pathNot: "^pipeline/(contract|duckdb)/"},
    },
    {
      name: "stages-meet-in-the-database",
      comment:
        "Stages meet in pipeline/run.ts and in the database. What two of them share belongs in contract/ or duckdb/.",
      severity: "error",
      from: {path: "^pipeline/(?!contract/|duckdb/|commands/|conclude/|verify/)([^/]+)/"},
      to: {path: "^(pipeline|data|tests)/", pathNot: "^pipeline/(contract|duckdb|$1)/"},
    },
    {
      name: "concludes-from-what-is-shown",
      comment:
        "What is concluded across cells sees the edition's own tables and what the committees decided, never the database: what counts belongs in measure.",
      severity: "error",
      from: {path: "^pipeline/conclude/"},
      to: {
        path: "^(pipeline|dashboard|data|tests)/",
        pathNot: "^pipeline/(contract|conclude|decide|measure/statistics)/",
      },
    },
    {
      name: "verify-reads-files-alone",
      comment:
        "An edition is checked with the eyes of the stages but from its own files: what needs the database belongs in a stage.",
      severity: "error",
      from: {path: "^pipeline/verify/"},
      to: {path: "^(pipeline/duckdb|dashboard|data|tests)/"},
    },
    {
      name: "only-report-draws",
      comment:
        "A stage makes rows. What draws or phrases them belongs in dashboard/, and documents in pipeline/report/.",
      severity: "error",
      from: {path: "^(pipeline|data)/", pathNot: "^pipeline/(report|verify)/"},
      to: {path: "^dashboard/"},
    },
    {
      name: "report-takes-charts-and-words",
      comment:
        "A document shares charts, texts and findings with the pages; what else it needs belongs in pipeline/report/.",
      severity: "error",
      from: {path: "^pipeline/report/"},
      to: {path: "^dashboard/", pathNot: "^dashboard/(charts|text|findings)/"},
    },
    {
      name: "arrow-in-one-file",
      comment:
        "Bytes of a table are made and read in pipeline/contract/arrow.ts, so that the format can be changed there.",
      severity: "error",
      from: {pathNot: "^pipeline/contract/arrow\\.ts$"},
      to: {path: ARROW},
    },
    {
      name: "database-in-one-folder",
      comment: "Calls to the database belong in pipeline/duckdb/.",
      severity: "error",
      from: {pathNot: "^pipeline/duckdb/"},
      to: {path: npmPackage("@duckdb/node-api")},
    },
    {
      name: "workbooks-in-two-files",
      comment:
        "Workbooks are read in pipeline/ingest/xlsx.ts, written in pipeline/report/writers/xlsx.ts, invented in data/synthetic/.",
      severity: "error",
      from: {pathNot: "^pipeline/(ingest|report/writers)/xlsx\\.ts$|^data/synthetic/"},
      to: {path: npmPackage("hucre")},
    },
    {
      name: "solver-in-one-file",
      comment: "The linear programme belongs in pipeline/disclose/solver.ts.",
      severity: "error",
      from: {pathNot: "^pipeline/disclose/solver\\.ts$"},
      to: {path: npmPackage("highs")},
    },
    {
      name: "no-cycles",
      comment: "What two files need of each other belongs in a third.",
      severity: "error",
      from: {},
      to: {circular: true},
    },
    {
      name: "nothing-unresolved",
      comment: "A wall holds only for imports that are found: mend the path, or install the package.",
      severity: "error",
      from: {},
      to: {couldNotResolve: true},
    },
  ],
  options: {
    doNotFollow: {path: "node_modules"},
    exclude: {path: "\\.css(\\?|$)"},
    tsPreCompilationDeps: true,
    tsConfig: {fileName: "tsconfig.json"},
    enhancedResolveOptions: {
      extensions: [".ts", ".tsx", ".mjs", ".cjs", ".js", ".json"],
      exportsFields: ["exports"],
      conditionNames: ["import", "require", "node", "default", "types"],
      mainFields: ["module", "main", "types"],
    },
  },
};
