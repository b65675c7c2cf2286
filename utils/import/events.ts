/** Lets the page or worker handle what has happened meanwhile. A message isn't slowed down in a hidden tab, a timer is. */
export const letEventsRun = (): Promise<void> =>
  new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      port1.close();
      resolve();
    };
    port2.postMessage(null);
  });
