import {createContext} from "preact";

/** True while the page is laid out for paper, where nothing can be measured or pressed. */
export const Paper = createContext(false);
