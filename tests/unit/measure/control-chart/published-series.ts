/** Montgomery, Introduction to Statistical Quality Control, 6th ed.: costs of processing loans, table 6.6. */
export const loanCosts = [
  310, 288, 297, 298, 307, 303, 294, 297, 308, 306, 294, 299, 297, 299, 314, 295, 293, 306, 301, 304,
];

/** The same, table 7.7: nonconformities in 26 samples of 100 printed circuit boards. */
export const boardFaults = [
  21, 24, 16, 12, 15, 5, 28, 20, 31, 25, 20, 24, 16, 19, 10, 17, 13, 22, 18, 39, 30, 24, 16, 19, 17, 15,
];

/** The same, table 7.1: nonconforming cans of orange juice in 30 samples of 50. */
export const leakingCans = [
  12, 15, 8, 10, 4, 7, 16, 9, 14, 10, 5, 6, 17, 12, 22, 8, 10, 5, 13, 11, 20, 18, 24, 15, 9, 12, 7, 13, 9, 6,
];

/** The same, example 7.4: errors in 20 weekly samples of 50 shipments. */
export const shipmentErrors = [2, 3, 8, 1, 1, 4, 1, 4, 5, 1, 8, 2, 4, 3, 4, 1, 8, 3, 7, 4];
