/** Goals, objectives and reviews of a person’s plan. */
export {};
