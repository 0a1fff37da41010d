/** As many customers as are made a group of at once. */
export const mostMembers = 50;

/** As many customers by name as an address can hold. */
export const mostHandedOver = 500;
