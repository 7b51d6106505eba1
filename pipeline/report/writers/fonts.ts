import {createRequire} from "node:module";

const {resolve} = createRequire(import.meta.url);

/** The fonts of the project as TTF, which is what drawings and PDF need. */
export const fontFiles = ["400Regular/Inter_400Regular.ttf", "600SemiBold/Inter_600SemiBold.ttf"].map((file) =>
  resolve(`@expo-google-fonts/inter/${file}`),
);
