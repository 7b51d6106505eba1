import {readFileSync} from "node:fs";
import {join} from "node:path";
import {DeliveryError} from "./contract/delivery-error.ts";
import type {Row} from "./contract/tables.ts";
import {type DisclosureAccount, disclose} from "./disclose/disclose.ts";
import {doubtMessage, WHAT_TO_DO} from "./doubt-messages.ts";
import {makeEditions, type Progress} from "./editions.ts";
import {readEarlier} from "./history.ts";
import {readDeliveryFolder} from "./ingest/read-files.ts";
import {type Intake, takeIn, unaccepted} from "./intake.ts";
import {readLetterhead} from "./letterhead.ts";
import {link} from "./link/link.ts";
import {measure} from "./measure/measure.ts";
import {refusedMessage} from "./messages.ts";
import type {Project} from "./project.ts";
import {changesSince, type TableChange} from "./publish/compare.ts";
import {writeBeside} from "./publish/write-edition.ts";
import {editionsBefore} from "./verify/folder.ts";
import {readOwn} from "./verify/own.ts";
import {assertTogether, assertVerified} from "./verify/verify.ts";
import {buildWarehouse} from "./warehouse.ts";

export interface RunResult {
  readonly year: number;
  readonly folder: string;
  readonly intake: Intake;
  readonly account: readonly Row<"rekneskap">[];
  readonly disclosure: readonly DisclosureAccount[];
  /** What differs from the edition that lay there before. */
  readonly changes: readonly TableChange[];
  readonly files: readonly string[];
}

/** The whole flow, from a folder of deliveries to the editions of a year. Nothing is replaced unless everything holds. */
export async function run(project: Project, progress: Progress = () => {}): Promise<RunResult> {
  readLetterhead(project.letterhead);
  return buildWarehouse(project.warehouse, async (database, together) => {
    progress("innlesing");
    const intake = await takeIn(
      database,
      {...project, comparesWith: project.warehouse},
      {paths: readDeliveryFolder(project.deliveries)},
    );
    refuseIncomplete(intake);
    progress("kopling");
    await link(database);
    progress("måling");
    await measure(database);
    progress("skjuling");
    const disclosure = await disclose(database, await readEarlier(database, project.out));
    const {year, account, editions} = await makeEditions(database, project, progress);
    progress("kontroll");
    await assertVerified(editions, {
      removed: intake.removed.traces,
      own: await readOwn(readFileSync(project.template, "utf8"), project.registers),
    });
    const folder = join(project.out, String(year));
    assertTogether(editions, editionsBefore(folder, year));
    const changes = changesSince(folder, editions);
    together(writeBeside(folder, editions));
    const files = editions.flatMap(({name, files}) => files.map(({path}) => join(folder, name, path)));
    return {year, folder, intake, account, disclosure, changes, files};
  });
}

/** A report made without a delivery that was sent would be false; the whole run waits until every file can be read. */
function refuseIncomplete(intake: Intake): void {
  const {refused, accounts} = intake;
  if (refused.length > 0) throw new DeliveryError(refused.map(refusedMessage));
  if (accounts.length === 0)
    throw new DeliveryError(["Mappa med leveringar er tom. Legg eksportfilene der, og prøv igjen."]);
  const doubts = unaccepted(intake, false);
  if (doubts.length > 0) throw new DeliveryError([...doubts.map(doubtMessage), WHAT_TO_DO]);
  if (accounts.every(({accepted}) => accepted === 0)) {
    throw new DeliveryError(["Ingen rader let seg bruke. Sjå karantenelista med «avvik ingest»."]);
  }
}
