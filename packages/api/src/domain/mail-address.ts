/** Whether a mail to it could ever arrive: nobody can have an address under `.invalid` (RFC 2606 §2). */
export function canGetMail(address: string): boolean {
  return !address.endsWith(".invalid");
}
