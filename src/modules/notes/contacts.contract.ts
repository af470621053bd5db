/** Contact notes: telephone, did not come, collateral, case management, crisis. */
export {};
