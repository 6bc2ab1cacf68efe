/** The id of a page's heading: where the keyboard goes on when the button that was pressed is gone. */
export const ADMIN_TITLE = "admin-title";
