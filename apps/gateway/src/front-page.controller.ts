import { Controller, Get, Header } from '@nestjs/common';
import { openapi } from './openapi';

const document = JSON.stringify(openapi());

/** What stands at the door before there is a console: the tour. */
const page = `<!doctype html>
<html lang="vi"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>DOIT</title>
<style>
  body { font: 16px/1.6 system-ui, sans-serif; max-width: 44rem; margin: 3rem auto; padding: 0 1rem; color: #1b1f24; }
  code, pre { font-family: ui-monospace, monospace; background: #f3f4f6; border-radius: 4px; }
  code { padding: .1em .3em } pre { padding: 1rem; overflow-x: auto } a { color: #0b5394 }
</style></head><body>
<h1>DOIT</h1>
<p>Nền tảng của các Sở Công Thương. <span lang="en">Platform of Viet Nam's provincial Departments of Industry and Trade.</span></p>
<ul>
<li><a href="/v1/reporting/reports/kien-giang/2023.html">Báo cáo Kiên Giang 2023</a> · <a lang="en" href="/v1/reporting/reports/kien-giang/2023.html?lang=en">in English</a></li>
<li><a href="/v1/reporting/reports/nghe-an/2023-01--P5M.html">Báo cáo Nghệ An, 5 tháng 2023</a> · <a lang="en" href="/v1/reporting/reports/nghe-an/2023-01--P5M.html?lang=en">in English</a></li>
<li><a href="/v1/reporting/reports/thai-binh/2021.html">Báo cáo Thái Bình 2021</a> · <a lang="en" href="/v1/reporting/reports/thai-binh/2021.html?lang=en">in English</a></li>
<li><a href="/docs">API</a> (<a href="/openapi.json">openapi.json</a>) · <a href="/health/ready">health</a></li>
</ul>
<pre>curl '/v1/reporting/comparisons?territory=nghe-an&amp;period=2023-01/P5M'
TOKEN=$(npm run -s token -- nghean.officer)</pre>
</body></html>`;

@Controller()
export class FrontPageController {
  @Get()
  @Header('content-type', 'text/html; charset=utf-8')
  read(): string {
    return page;
  }

  @Get('openapi.json')
  @Header('content-type', 'application/json; charset=utf-8')
  openapi(): string {
    return document;
  }
}
