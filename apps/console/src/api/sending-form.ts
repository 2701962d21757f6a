/** A `fetch` that sends a form and tells which share of it has gone, which browsers' own does not tell. */
export function sendingForm(form: FormData, told: (share: number) => void) {
  return (request: Request): Promise<Response> =>
    new Promise((resolve, reject) => {
      const sending = new XMLHttpRequest();
      sending.open(request.method, request.url);
      // The form has a boundary of its own here.
      for (const [name, value] of request.headers)
        if (name !== 'content-type') sending.setRequestHeader(name, value);
      sending.upload.onprogress = ({ loaded, total }) => told(total > 0 ? loaded / total : 0);
      sending.onload = () => {
        const type = sending.getResponseHeader('content-type');
        resolve(
          new Response(sending.responseText, {
            status: sending.status,
            headers: type === null ? {} : { 'content-type': type },
          }),
        );
      };
      sending.onerror = () => reject(new TypeError('Nobody answered.'));
      sending.send(form);
    });
}
