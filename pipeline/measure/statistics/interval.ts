/** Both limits in the unit of the estimate; lower <= upper. */
export type Interval = Readonly<{lower: number; upper: number}>;
