/** Discharge, transfer and taking a discharge back. */
export {};
