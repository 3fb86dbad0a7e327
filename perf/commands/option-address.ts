import { InvalidArgumentError } from "commander";

/** For options that take the address of a service. */
export function address(text: string): URL {
    const url = URL.canParse(text) ? new URL(text) : undefined;
    if (url === undefined || !/^https?:$/.test(url.protocol))
        throw new InvalidArgumentError("Give an address that begins with http:// or https://.");
    if (url.username !== "" || url.password !== "" || url.search !== "" || url.hash !== "")
        throw new InvalidArgumentError("Give it without user, password, query and fragment.");
    return url;
}
