'use strict';

/** @satisfies {import('sequelize-cli').Migration} */
module.exports = {
  async up(queryInterface, DataTypes) {
    await queryInterface.sequelize.transaction(async (transaction) => {
      await queryInterface.createTable(
        'reservations',
        {
          id: { type: DataTypes.UUID, primaryKey: true },
          expires_on: {
            type: DataTypes.DATEONLY,
            allowNull: false,
          },
          book_id: {
            type: DataTypes.UUID,
            allowNull: false,
          },
          member_id: {
            type: DataTypes.UUID,
            allowNull: false,
          },
          filled_by_id: {
            type: DataTypes.UUID,
            allowNull: true,
          },
          created_at: { type: DataTypes.DATE, allowNull: false },
          updated_at: { type: DataTypes.DATE, allowNull: false },
        },
        { transaction },
      );
      await queryInterface.addIndex('reservations', ['expires_on'], {
        name: 'reservations_expires_on_idx',
        transaction,
      });
      await queryInterface.addIndex('reservations', ['book_id'], {
        name: 'reservations_book_id_idx',
        transaction,
      });
      await queryInterface.addIndex('reservations', ['member_id'], {
        name: 'reservations_member_id_idx',
        transaction,
      });
      await queryInterface.addIndex('reservations', ['filled_by_id'], {
        name: 'reservations_filled_by_id_idx',
        unique: true,
        transaction,
      });
    });
  },

  async down(queryInterface) {
    await queryInterface.dropTable('reservations');
  },
};
