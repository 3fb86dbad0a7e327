import { InvalidArgumentError } from "commander";

/** For options that take a number. */
export function numberFrom(least: number, { above = false, whole = false } = {}): (text: string) => number {
    return (text) => {
        const value = Number(text);
        const isRight = text.trim() !== "" && Number.isFinite(value) && (above ? value > least : value >= least);
        if (isRight && (!whole || Number.isInteger(value))) return value;
        throw new InvalidArgumentError(`Give a ${whole ? "whole " : ""}number ${above ? "above" : "from"} ${least}.`);
    };
}
