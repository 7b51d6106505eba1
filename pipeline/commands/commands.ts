import type {AddCommand} from "./frame.ts";

/** In the order of the help. A command is loaded when it is asked for, so that a small one starts at once. */
export const commands: Readonly<Record<string, () => Promise<AddCommand>>> = {
  run: async () => (await import("./run.ts")).addRun,
  ingest: async () => (await import("./ingest.ts")).addIngest,
  inspect: async () => (await import("./inspect.ts")).addInspect,
  review: async () => (await import("./review.ts")).addReview,
  calibrate: async () => (await import("./calibrate.ts")).addCalibrate,
  decide: async () => (await import("./decide.ts")).addDecide,
  status: async () => (await import("./status.ts")).addStatus,
  deidentify: async () => (await import("./deidentify.ts")).addDeidentify,
  folketal: async () => (await import("./folketal.ts")).addFolketal,
  samhandlingsdata: async () => (await import("./samhandlingsdata.ts")).addSamhandlingsdata,
  qc: async () => (await import("./qc.ts")).addQc,
  publish: async () => (await import("./republish.ts")).addPublish,
  report: async () => (await import("./republish.ts")).addReport,
  verify: async () => (await import("./verify.ts")).addVerify,
};
