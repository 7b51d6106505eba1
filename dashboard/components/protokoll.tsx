import {type Minutes, minutesText} from "../findings/protokoll.ts";
import {useDesk} from "../meeting/desk.ts";
import {download, fileStem} from "../meeting/keeper.ts";
import {minutesDocument} from "../meeting/minutes-docx.ts";
import {texts} from "../text/text.ts";
import type {View} from "../view.ts";
import {KeyButton} from "./vedtaksboks.tsx";

interface MinutesProps {
  readonly view: View;
  readonly minutes: Minutes;
}

/** The minutes as they will stand. */
export function Draft({view, minutes}: MinutesProps) {
  const t = texts[view.language].moete.vedtak;
  return (
    <article class="protokoll">
      <header>
        <h2>{minutes.title}</h2>
        <span>{minutes.date}</span>
      </header>
      {minutes.followUps.map((text) => (
        <p key={text}>{text}</p>
      ))}
      <ol>
        {minutes.decisions.map(({id, lead, sentences, complete}) => (
          <li key={id}>
            <b>{lead}</b> {sentences.join(" ")}
            {!complete && <em> {t.draft}</em>}
          </li>
        ))}
      </ol>
      {minutes.disagreements.map((text) => (
        <p key={text}>{text}</p>
      ))}
      <p class="dempa">{[minutes.present, minutes.evidence].filter(Boolean).join(" ")}</p>
    </article>
  );
}

/** What to do with the minutes: as a document, to the clipboard, and everything as a møtefil. */
export function useMinutes({view, minutes}: MinutesProps) {
  const desk = useDesk();
  const t = texts[view.language].moete;
  const copy = () =>
    void copied(minutesText(view, minutes)).then((done) => desk.say((t) => (done ? t.copied : t.notCopied)));
  const asDocument = () =>
    void minutesDocument(view, minutes).then((blob) =>
      download(document, blob, `${fileStem(view.facts, t.vedtak.docxName)}.docx`),
    );
  return {
    keys: {D: asDocument, C: copy, M: desk.save},
    buttons: (
      <>
        <KeyButton letter="D" text={t.vedtak.docx} onClick={asDocument} />
        <KeyButton letter="C" text={t.vedtak.copy} onClick={copy} />
        <KeyButton letter="M" text={t.save} onClick={desk.save} />
      </>
    ),
  };
}

async function copied(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return false;
  }
}
