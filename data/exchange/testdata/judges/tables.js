// node tables.js MODULES BAG reads the tables of a bag by the npm package datapackage, which is not
// ours, and prints them as JSON: table name to rows. It fails where one is not what its schema says.
const [modules, bag] = process.argv.slice(2);
const { Package } = require(modules + '/datapackage');

(async () => {
  const all = await Package.load(bag + '/data/datapackage.json', { basePath: bag + '/data', strict: true });
  const tables = {};
  for (const resource of all.resources) {
    tables[resource.name] = await resource.read({ keyed: true, relations: false });
    await resource.checkRelations();
  }
  console.log(JSON.stringify(tables));
})().catch((error) => {
  console.error(error.message, (error.errors || []).map((e) => e.message).join('; '));
  process.exit(1);
});
