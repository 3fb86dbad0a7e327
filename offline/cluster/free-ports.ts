import { type AddressInfo, createServer } from "node:net";

/** Ports of the loopback interface that nothing listens on. Taken together, so that no two are the same. */
export async function freePorts(count: number): Promise<readonly number[]> {
    const servers = await Promise.all(Array.from({ length: count }, listen));
    const ports = servers.map((server) => (server.address() as AddressInfo).port);
    await Promise.all(servers.map((server) => new Promise((resolve) => server.close(resolve))));
    return ports;
}

function listen(): Promise<ReturnType<typeof createServer>> {
    return new Promise((resolve, reject) => {
        const server = createServer();
        server.on("error", reject);
        server.listen(0, "127.0.0.1", () => resolve(server));
    });
}
