import {Command, CommanderError} from "commander";
import {addCalibrate} from "./commands/calibrate.ts";
import {addDecide} from "./commands/decide.ts";
import {addDeidentify} from "./commands/deidentify.ts";
import {addFolketal} from "./commands/folketal.ts";
import {PERSON_MUST_FIX, tell} from "./commands/frame.ts";
import {addIngest} from "./commands/ingest.ts";
import {addInspect} from "./commands/inspect.ts";
import {addQc} from "./commands/qc.ts";
import {addPublish, addReport} from "./commands/republish.ts";
import {addReview} from "./commands/review.ts";
import {addRun} from "./commands/run.ts";
import {addStatus} from "./commands/status.ts";
import {addVerify} from "./commands/verify.ts";
import {DeliveryError} from "./contract/delivery-error.ts";
import {diskFault} from "./disk/disk-fault.ts";

const BUG = 1;

function commandLine(): Command {
  const program = new Command("avvik")
    .description("Frå meldingar om samhandlingsavvik til vedtak")
    .helpCommand(false)
    .exitOverride()
    .configureOutput({writeErr: () => {}});
  for (const add of [
    addRun,
    addIngest,
    addInspect,
    addReview,
    addCalibrate,
    addDecide,
    addStatus,
    addDeidentify,
    addFolketal,
    addQc,
    addPublish,
    addReport,
    addVerify,
  ])
    add(program);
  return program;
}

/** Commander's own words are English; what was typed stands in quotes in them and may be said back. */
function usageFault({code, message}: CommanderError): string {
  const typed = message.match(/'([^']+)'/)?.[1] ?? "";
  const faults: Readonly<Record<string, string>> = {
    "commander.unknownOption": `Valet «${typed}» finst ikkje.`,
    "commander.unknownCommand": `Kommandoen «${typed}» finst ikkje.`,
    "commander.missingArgument": `Kommandoen manglar «${typed}».`,
    "commander.optionMissingArgument": `Valet «${typed}» manglar ein verdi.`,
    "commander.excessArguments": "Kommandoen fekk for mange ord.",
    "commander.help": "Skriv kva avvik skal gjere.",
  };
  return `${faults[code] ?? "Kommandoen let seg ikkje tolke."} Sjå «avvik --help».`;
}

try {
  await commandLine().parseAsync();
} catch (thrown) {
  const error = thrown instanceof DeliveryError ? thrown : (diskFault(thrown) ?? thrown);
  if (error instanceof CommanderError) {
    if (error.exitCode !== 0) {
      tell(usageFault(error));
      process.exitCode = PERSON_MUST_FIX;
    }
  } else if (error instanceof DeliveryError) {
    for (const fault of error.faults) tell(fault);
    process.exitCode = PERSON_MUST_FIX;
  } else {
    tell(error instanceof Error ? (error.stack ?? error.message) : String(error));
    process.exitCode = BUG;
  }
}
