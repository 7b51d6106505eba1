import {relative, resolve} from "node:path";
import {type Calibration, drawCalibration, type MeasuredShare, takeCalibration} from "../calibrate.ts";
import {DeliveryError} from "../contract/delivery-error.ts";
import {type AddCommand, asJson, type FlowOptions, flowCommand, projectOf, say} from "./frame.ts";

interface CalibrateOptions extends FlowOptions {
  readonly take?: string;
  readonly texts: string;
  readonly seed: string;
}

export const addCalibrate: AddCommand = (program) => {
  const described = {
    name: "calibrate",
    description: "målar kor mange personar programmet finn i dykkar eigne tekstar",
    example: "calibrate --texts 200",
  };
  flowCommand(program, described)
    .option("--texts <tal>", "kor mange tekstar som blir trekte", "200")
    .option("--seed <tal>", "same tal, same tekstar", "1")
    .option("--take <fil>", "ta inn tala som sida lagra, vis dei, og slett sida")
    .action(calibrate);
};

async function calibrate(options: CalibrateOptions): Promise<void> {
  const project = projectOf(options);
  if (options.take !== undefined) {
    const result = takeCalibration(project, resolve(options.take));
    if (options.json) asJson(result);
    else say(told(result));
    return;
  }
  const size = wholeNumber(options.texts, "--texts");
  const drawn = await drawCalibration(project, {size, seed: wholeNumber(options.seed, "--seed")});
  if (options.json) asJson(drawn);
  else
    say(
      [
        `${drawn.texts} tekstar er trekte. SIDA VISER OPPHAVLEGE TEKSTAR MED PERSONOPPLYSNINGAR, og er difor låst.`,
        `Opne: ${relative(process.cwd(), drawn.page)}`,
        `Kode: ${drawn.code}`,
        "Koden står berre her. Utan han er sida uleseleg, òg for oss. Sida blir sletta når de tek inn tala med «avvik calibrate --take FIL».",
      ].join("\n"),
    );
}

function wholeNumber(text: string, option: string): number {
  if (/^[1-9]\d{0,5}$/.test(text)) return Number(text);
  throw new DeliveryError([`${option} skal vere eit heilt tal over null.`]);
}

const percent = (share: number): string => `${(100 * share).toFixed(1).replace(".", ",")} %`;
const interval = ({lower, upper}: MeasuredShare): string => `${percent(lower)}–${percent(upper)}`;

function told({texts, recall, overRedaction, flagged}: Calibration): string {
  const lines = Object.entries(recall).map(([type, share]) => {
    const missed = Math.round(share.n * (1 - share.share));
    const bound =
      missed === 0
        ? ` Ingen av ${share.n} er oversette: da kan likevel opp til om lag ${percent(Math.min(1, 3 / share.n))} bli det.`
        : "";
    return `  ${type}: ${percent(share.share)} teke ut (n = ${share.n}, 95 %-intervall ${interval(share)}).${bound}`;
  });
  return [
    `Målt på ${texts} av dykkar eigne tekstar, merkte for hand:`,
    ...(lines.length > 0 ? lines : ["  Det stod ingen personopplysningar i tekstane."]),
    ...(overRedaction === null
      ? []
      : [
          `Ord som vart tekne ut utan grunn: ${percent(overRedaction.share)} av ${overRedaction.n} (${interval(overRedaction)}).`,
        ]),
    ...(flagged === null ? [] : [`Tekstar som ein person må sjå på: ${percent(flagged.share)} av alle ${flagged.n}.`]),
  ].join("\n");
}
