// In place of a browser: hands the address over to the test, whose browser opens it.
await fetch(process.env.OPENED_AT, { method: 'POST', body: process.argv[2] });
