/** Imported before anything else by what serves: graphql-js, React and others check themselves less in production. */
process.env.NODE_ENV ||= 'production';
