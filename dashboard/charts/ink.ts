/** The colours of style/tokens.css for use inside a drawing, where no stylesheet reaches (docx, PNG). */
export const ink = {
  text: "#1A1F26",
  muted: "#4A515B",
  axis: "#6B7078",
  grid: "#DDE1E6",
  panel: "#F5F6F7",
  white: "#FFFFFF",
  signal: "#5B2A86",
  selected: "#12335C",
  others: "#8E949C",
  bar: "#2F74AB",
} as const;

export const fontFamily = "Inter, 'Source Sans 3', 'Noto Sans', Arial, sans-serif";
