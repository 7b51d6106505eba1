import {createContext} from "preact";

/** The root something is drawn in, and whether it is on the page or made ready for it; what is made ready hears no keys. */
export const Shown = createContext<{readonly root: string; readonly current: boolean}>({root: "side", current: true});
