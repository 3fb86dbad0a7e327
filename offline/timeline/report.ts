import Table from "cli-table3";
import { COLLECTED_UP_TO, OTHER_MINUTES } from "./durations";
import { criticalPath, type Scheduled } from "./schedule";

/** What the timeline prints: the path that decides, then every resource that takes its time, in the order of their starts. */
export function report(scheduled: readonly Scheduled[], all: boolean): string {
    const path = criticalPath(scheduled);
    const total = path.at(-1)?.finishMinute ?? 0;
    const listed = scheduled
        .filter(({ duration }) => all || duration.listed)
        .sort((left, right) => left.startMinute - right.startMinute || right.duration.minutes - left.duration.minutes);
    return [
        `An up from nothing takes about ${minutes(total)} AWS minutes. The path that decides:`,
        table(path),
        all
            ? "Every resource:"
            : `Resources that take their time (of ${scheduled.length}; --all shows the others too):`,
        table(listed),
        `Typical minutes, collected up to ${COLLECTED_UP_TO} (offline/stand-ins/facts/aws-durations.json); * is an estimate.` +
            ` What has no row there counts ${OTHER_MINUTES}. As many resources at once as there are to do.`,
        "",
    ].join("\n");
}

function table(rows: readonly Scheduled[]): string {
    const printed = new Table({
        head: ["start", "finish", "minutes", "type", "name"],
        colAligns: ["right", "right", "right", "left", "left"],
        style: { head: [], border: [], compact: true },
    });
    for (const { resource, duration, startMinute, finishMinute } of rows) {
        printed.push([
            minutes(startMinute),
            minutes(finishMinute),
            `${minutes(duration.minutes)}${duration.verified ? " " : "*"}`,
            resource.type,
            resource.urn.split("::").slice(3).join("::"),
        ]);
    }
    return printed.toString();
}

function minutes(value: number): string {
    return value.toFixed(1);
}
