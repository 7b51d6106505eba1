import {Command, CommanderError} from "commander";
import {commands} from "./commands/commands.ts";
import {PERSON_MUST_FIX, tell} from "./commands/frame.ts";
import {DeliveryError} from "./contract/delivery-error.ts";
import {diskFault} from "./disk/disk-fault.ts";

const BUG = 1;

/** With the one command that is named first, or with all where none is. */
async function commandLine(name: string | undefined): Promise<Command> {
  const program = new Command("avvik")
    .description("Frå meldingar om samhandlingsavvik til vedtak")
    .helpCommand(false)
    .exitOverride()
    .configureOutput({writeErr: () => {}});
  const named = Object.entries(commands).filter(([own]) => own === name);
  for (const [, load] of named.length > 0 ? named : Object.entries(commands)) (await load())(program);
  return program;
}

/** Commander's own words are English; what was typed stands in quotes in them and may be said back. */
function usageFault({code, message}: CommanderError): string {
  const typed = message.match(/'([^']+)'/)?.[1] ?? "";
  const faults: Readonly<Record<string, string>> = {
    "commander.unknownOption": `Valet «${typed}» finst ikkje.`,
    "commander.unknownCommand": `Kommandoen «${typed}» finst ikkje.`,
    "commander.missingArgument": `Kommandoen manglar «${typed}».`,
    "commander.missingMandatoryOptionValue": `Valet «${typed}» må vere med.`,
    "commander.optionMissingArgument": `Valet «${typed}» manglar ein verdi.`,
    "commander.excessArguments": "Kommandoen fekk for mange ord.",
    "commander.help": "Skriv kva avvik skal gjere.",
  };
  return `${faults[code] ?? "Kommandoen let seg ikkje tolke."} Sjå «avvik --help».`;
}

try {
  await (await commandLine(process.argv[2])).parseAsync();
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
