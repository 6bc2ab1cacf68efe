/** Who it is, as far as they let this key know: name and address can be withheld at approval. */
export function personName(user: { id: string; email: string; fullName: string | null }): string {
  if (user.fullName && user.email) return `${user.fullName} <${user.email}>`;
  return user.fullName || user.email || `account ${user.id}`;
}
