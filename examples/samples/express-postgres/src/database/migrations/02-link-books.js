'use strict';

/** @satisfies {import('sequelize-cli').Migration} */
module.exports = {
  async up(queryInterface, DataTypes) {
    await queryInterface.sequelize.transaction(async (transaction) => {
      await queryInterface.createTable(
        'books_authors',
        {
          book_id: {
            type: DataTypes.UUID,
            primaryKey: true,
            references: { model: 'books', key: 'id' },
            onDelete: 'CASCADE',
            onUpdate: 'CASCADE',
          },
          author_id: {
            type: DataTypes.UUID,
            primaryKey: true,
            references: { model: 'authors', key: 'id' },
            onDelete: 'CASCADE',
            onUpdate: 'CASCADE',
          },
        },
        { transaction },
      );
      await queryInterface.addIndex(
        'books_authors',
        ['author_id'],
        { name: 'books_authors_author_id_idx', transaction },
      );
      await queryInterface.addConstraint('books', {
        type: 'foreign key',
        name: 'books_genre_id_fkey',
        fields: ['genre_id'],
        references: { table: 'genres', field: 'id' },
        onDelete: 'restrict',
        onUpdate: 'CASCADE',
        transaction,
      });
    });
  },

  async down(queryInterface) {
    await queryInterface.sequelize.transaction(async (transaction) => {
      await queryInterface.dropTable('books_authors', {
        transaction,
      });
      await queryInterface.removeConstraint(
        'books',
        'books_genre_id_fkey',
        { transaction },
      );
    });
  },
};
